using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>SHA-256 of names, samples and truths of cases, in their order: what a training depends on.</summary>
public static class CaseHash
{
    public static string Of(ImmutableArray<LabelledSeries> cases)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in cases)
        {
            var volume = one.Series.Volume;
            hash.AppendData(Encoding.UTF8.GetBytes(one.Name));
            hash.AppendData(MemoryMarshal.AsBytes<int>([volume.Columns, volume.Rows, volume.Slices, (int)volume.Format]));
            for (var z = 0; z < volume.Slices; z++)
            {
                hash.AppendData(volume.SliceBytes(z));
            }

            hash.AppendData(one.Truth.Labels.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
