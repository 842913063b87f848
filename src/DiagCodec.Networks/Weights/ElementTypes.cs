namespace DiagCodec.Networks.Weights;

/// <summary>Words and sizes of the element types, as safetensors files have them.</summary>
public static class ElementTypes
{
    private static readonly string[] Words = ["BOOL", "U8", "I8", "I16", "F16", "BF16", "I32", "F32", "F64", "I64"];

    /// <summary>All words, for messages.</summary>
    public static string Known => string.Join(", ", Words);

    /// <summary>The word of the format, for example F32.</summary>
    public static string Word(this ElementType type) => Words[(int)type];

    /// <summary>Bytes of one element, 1 to 8.</summary>
    public static int Size(this ElementType type) => type switch
    {
        ElementType.Bool or ElementType.UInt8 or ElementType.Int8 => 1,
        ElementType.Int16 or ElementType.Float16 or ElementType.BFloat16 => 2,
        ElementType.Int32 or ElementType.Float32 => 4,
        ElementType.Float64 or ElementType.Int64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no element type"),
    };

    /// <summary>Whether every value of the type is a <see cref="float"/> too: F32, F16 and BF16.</summary>
    public static bool FitsFloat(this ElementType type) => type is ElementType.Float32 or ElementType.Float16 or ElementType.BFloat16;

    /// <summary>Case matters, as it does upstream.</summary>
    public static bool TryParse(string word, out ElementType type)
    {
        var index = Array.IndexOf(Words, word);
        type = (ElementType)Math.Max(0, index);
        return index >= 0;
    }
}
