namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>A value representation: the two letters that say how the bytes of a value are to be read (PS3.5 6.2).</summary>
internal readonly record struct Vr(char First, char Second)
{
    public static readonly Vr AE = new('A', 'E');
    public static readonly Vr AS = new('A', 'S');
    public static readonly Vr AT = new('A', 'T');
    public static readonly Vr CS = new('C', 'S');
    public static readonly Vr DA = new('D', 'A');
    public static readonly Vr DS = new('D', 'S');
    public static readonly Vr IS = new('I', 'S');
    public static readonly Vr FD = new('F', 'D');
    public static readonly Vr FL = new('F', 'L');
    public static readonly Vr LO = new('L', 'O');
    public static readonly Vr OB = new('O', 'B');
    public static readonly Vr OW = new('O', 'W');
    public static readonly Vr PN = new('P', 'N');
    public static readonly Vr SH = new('S', 'H');
    public static readonly Vr SL = new('S', 'L');
    public static readonly Vr SQ = new('S', 'Q');
    public static readonly Vr SS = new('S', 'S');
    public static readonly Vr ST = new('S', 'T');
    public static readonly Vr TM = new('T', 'M');
    public static readonly Vr UI = new('U', 'I');
    public static readonly Vr UL = new('U', 'L');
    public static readonly Vr UN = new('U', 'N');
    public static readonly Vr US = new('U', 'S');

    /// <summary>Not a VR of the standard: the dictionary leaves it to Pixel Representation whether the value is US or SS.</summary>
    public static readonly Vr UnsignedOrSigned = new('u', 's');

    private const string ShortLength = "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US";

    public bool IsTwoLetters => char.IsAsciiLetterUpper(First) && char.IsAsciiLetterUpper(Second);

    /// <summary>Two reserved bytes and a length of four follow in explicit encodings, also for VRs yet to be invented (PS3.5 7.1.2).</summary>
    public bool HasLongLength => !ShortLength.Contains(ToString(), StringComparison.Ordinal);

    /// <summary>Bytes that change places between big and little endian; 1 for text and bytes.</summary>
    public int SwapUnit => ToString() switch
    {
        "AT" or "OW" or "SS" or "US" => 2,
        "FL" or "OF" or "OL" or "SL" or "UL" => 4,
        "FD" or "OD" or "OV" or "SV" or "UV" => 8,
        _ => 1,
    };

    /// <summary>What fills an odd value up to an even length (PS3.5 6.2).</summary>
    public byte PaddingByte => ToString() is "UI" or "OB" or "UN" ? (byte)0 : (byte)' ';

    public override string ToString() => string.Create(2, this, static (to, vr) => (to[0], to[1]) = (vr.First, vr.Second));
}
