namespace DiagCodec.Imaging.Dicom.DataSets;

/// <summary>How the attributes of a data set are laid out in bytes (PS3.5 A.1-A.4).</summary>
internal readonly record struct DataSetEncoding(bool IsExplicit, bool IsBigEndian)
{
    public static readonly DataSetEncoding ExplicitLittle = new(true, false);
    public static readonly DataSetEncoding ImplicitLittle = new(false, false);

    public static DataSetEncoding Of(string transferSyntax) => transferSyntax switch
    {
        TransferSyntaxes.ImplicitLittleEndian or TransferSyntaxes.GeBigEndianPixels => ImplicitLittle,
        TransferSyntaxes.ExplicitBigEndian => new(true, true),
        _ => ExplicitLittle,
    };
}
