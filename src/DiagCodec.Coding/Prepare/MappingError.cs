using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Prepare;

/// <summary>The largest error that a mapping alone makes, measured on every voxel outside padding.</summary>
internal static class MappingError
{
    public static long Of(SampleMapping mapping, Volume volume)
    {
        var stored = new int[volume.PixelsPerSlice];
        var back = new int[volume.PixelsPerSlice];
        var code = new ushort[volume.PixelsPerSlice];
        long worst = 0;
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, stored);
            mapping.ToCode(z, stored, code);
            mapping.ToStored(z, code, back);
            for (var i = 0; i < stored.Length; i++)
            {
                if (volume.Padding?.Contains(stored[i]) != true)
                {
                    worst = Math.Max(worst, Math.Abs((long)stored[i] - back[i]));
                }
            }
        }

        return worst;
    }
}
