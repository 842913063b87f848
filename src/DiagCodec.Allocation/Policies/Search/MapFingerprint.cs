using System.Buffers.Binary;
using System.Security.Cryptography;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>Tells maps apart by the QPs that are coded: two with the same fingerprint need be encoded once.</summary>
public static class MapFingerprint
{
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(QpMap map)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[2 * sizeof(int)];
        // Without any offset the size of the blocks is not coded.
        BinaryPrimitives.WriteInt32LittleEndian(head, map.Frames.Any(f => f.HasOffsets) ? map.BlockSize : 0);
        BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], map.Frames.Length);
        hash.AppendData(head);
        var qps = new byte[map.BlocksPerFrame];
        for (var frame = 0; frame < map.Frames.Length; frame++)
        {
            var hasOffsets = map.Frames[frame].HasOffsets;
            for (var block = 0; block < (hasOffsets ? qps.Length : 1); block++)
            {
                qps[block] = (byte)map.AbsoluteQp(frame, block);
            }

            hash.AppendData([(byte)(hasOffsets ? 1 : 0)]);
            hash.AppendData(qps.AsSpan(0, hasOffsets ? qps.Length : 1));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
