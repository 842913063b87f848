using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>UIDs made from a UUID (PS3.5 B.2), which follows from its source: version 8 of RFC 9562, filled with a SHA-256.</summary>
internal static class DerivedUid
{
    public static string Of(string identity, string source)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}\n{source}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"2.25.{BinaryPrimitives.ReadUInt128BigEndian(hash)}";
    }
}
