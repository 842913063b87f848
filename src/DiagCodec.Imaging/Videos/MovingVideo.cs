using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Videos;

/// <summary>Makes a video of moving objects before a natural-like background, with the objects' mask, from a seed.</summary>
public static class MovingVideo
{
    /// <summary>Rises whenever equal options give another video than before: results are kept under it.</summary>
    public const int Version = 1;

    /// <summary>What the mask holds where an object is seen for most of the exposure; 0 elsewhere.</summary>
    public const byte ObjectLabel = 1;

    /// <summary>Grey values are 0 to 255, a frame a slice.</summary>
    /// <param name="options">What the video shall be like.</param>
    /// <param name="progress">Told the number of frames made, and of all.</param>
    /// <param name="cancellation">Ends the making.</param>
    /// <exception cref="Faults.UsageException">An option is out of range.</exception>
    public static (Volume Volume, LabelMap Labels) Create(
        VideoOptions options, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        options.Validate();
        var (columns, rows) = (options.Columns, options.Rows);
        var scene = new Scene(options);
        cancellation.ThrowIfCancellationRequested();
        var frames = new ReadOnlyMemory<byte>[options.Frames];
        var labels = new byte[checked(columns * rows * options.Frames)];
        var done = 0;
        Parallel.For(0, options.Frames, new ParallelOptions { CancellationToken = cancellation }, frame =>
        {
            frames[frame] = scene.Expose(frame, labels.AsSpan(frame * columns * rows, columns * rows));
            progress?.Report((Interlocked.Increment(ref done), options.Frames));
        });

        var volume = new Volume(columns, rows, SampleFormat.UInt8, [.. frames]) { BitsStored = 8 };
        return (volume, new(columns, rows, options.Frames, labels, null));
    }
}
