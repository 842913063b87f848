using DiagCodec.Metrics;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>The numbers of an encode that follow from several others.</summary>
internal sealed record EncodeFigures
{
    public EncodeFigures(EncodeReportData data)
    {
        var (source, video) = (data.Result.Manifest.Source, data.Result.Video);
        var format = data.Prepared.Frames.Format;
        Voxels = (long)source.Columns * source.Rows * source.Slices;
        PixelBytes = source.PixelBytes;
        VideoBytes = video.Bytes;
        ArchiveBytes = data.Result.TotalBytes;
        Peak = format.LargestCode;
        var perfect = video.Frames.Count(f => f.Psnr is null);
        PerfectFrames = perfect;
        MeanPsnr = perfect == video.Frames.Length ? null : video.Frames.Where(f => f.Psnr is not null).Average(f => f.Psnr);
        PsnrOfMean = Psnr.Of(video.Frames.Sum(f => f.Sse) / ((double)format.LumaSamples * video.Frames.Length), Peak);
        for (var z = 0; z < data.Sampler.Errors.Count; z++)
        {
            if (data.Sampler.Errors[z] is { } error)
            {
                var slope = Math.Abs(data.Prepared.Series.Volume.RescaleOf(z).Slope);
                Stored += error;
                PhysicalSquared += error.Squared * slope * slope;
                PhysicalAbsolute += error.Absolute * slope;
                PhysicalMax = Math.Max(PhysicalMax, error.Max * slope);
                Compared++;
            }
        }
    }

    public long Voxels { get; }

    public long PixelBytes { get; }

    public long VideoBytes { get; }

    public long ArchiveBytes { get; }

    /// <summary>Everything in the archive counts as rate.</summary>
    public double BitsPerVoxel => 8.0 * ArchiveBytes / Voxels;

    public double VideoBitsPerVoxel => 8.0 * VideoBytes / Voxels;

    public double Ratio => (double)PixelBytes / ArchiveBytes;

    /// <summary>Largest code value, which PSNR is taken against.</summary>
    public int Peak { get; }

    /// <summary>dB, perfect frames left out; null when all are perfect.</summary>
    public double? MeanPsnr { get; }

    /// <summary>dB; null when all frames are perfect. Unlike the mean of PSNRs it is not lifted by single good frames.</summary>
    public double? PsnrOfMean { get; }

    public int PerfectFrames { get; }

    /// <summary>Slices that the sampler saw.</summary>
    public int Compared { get; }

    public SliceError Stored { get; }

    public double PhysicalMax { get; }

    public double PhysicalRootMeanSquare => Stored.Voxels == 0 ? 0 : Math.Sqrt(PhysicalSquared / Stored.Voxels);

    public double PhysicalMeanAbsolute => Stored.Voxels == 0 ? 0 : PhysicalAbsolute / Stored.Voxels;

    private double PhysicalSquared { get; }

    private double PhysicalAbsolute { get; }
}
