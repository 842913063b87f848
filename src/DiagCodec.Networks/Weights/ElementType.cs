namespace DiagCodec.Networks.Weights;

/// <summary>
/// What the elements of a stored tensor are, in the order of the safetensors format: by alignment, then as upstream lists them.
/// A file holds its tensors from the last of these to the first.
/// </summary>
public enum ElementType
{
    /// <summary>BOOL: one byte, 0 or 1.</summary>
    Bool,

    /// <summary>U8.</summary>
    UInt8,

    /// <summary>I8.</summary>
    Int8,

    /// <summary>I16.</summary>
    Int16,

    /// <summary>F16: IEEE 754 binary16.</summary>
    Float16,

    /// <summary>BF16: the upper half of an IEEE 754 binary32.</summary>
    BFloat16,

    /// <summary>I32.</summary>
    Int32,

    /// <summary>F32.</summary>
    Float32,

    /// <summary>F64.</summary>
    Float64,

    /// <summary>I64.</summary>
    Int64,
}
