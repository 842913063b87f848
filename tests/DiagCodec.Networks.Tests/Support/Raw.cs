using System.Buffers.Binary;
using System.Text;
using DiagCodec.Networks.Weights;

namespace DiagCodec.Networks.Tests.Support;

/// <summary>Safetensors files put together byte by byte, without the writer under test.</summary>
internal static class Raw
{
    public static byte[] File(string header, params byte[] data) => File(Encoding.UTF8.GetBytes(header), data);

    public static byte[] File(byte[] header, byte[] data, ulong? length = null)
    {
        var start = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(start, length ?? (ulong)header.Length);
        return [.. start, .. header, .. data];
    }

    public static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    public static SafetensorsReader Open(TempFolder folder, byte[] file) => SafetensorsReader.Open(folder.File("w.safetensors", file));

    public static float[] Floats(StoredTensor tensor)
    {
        var values = new float[tensor.ElementCount];
        tensor.ReadFloats(values);
        return values;
    }

    public static byte[] Bytes(StoredTensor tensor)
    {
        var values = new byte[tensor.ByteCount];
        tensor.ReadBytes(values);
        return values;
    }
}
