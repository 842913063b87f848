using System.Globalization;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>The files between us and HM, in the work folder. Disposing removes all but the video, which are large.</summary>
internal sealed class HmFiles : IDisposable
{
    private readonly string _folder;

    public HmFiles(string folder) => _folder = folder;

    public string Frames => In("frames.yuv");

    public string Configuration => In("hm.cfg");

    public string DeltaQps => In("dqps.txt");

    public string Map => In("ctu-qps.txt");

    public string Reconstruction => In("reconstruction.yuv");

    public string Video => In("video.hevc");

    /// <exception cref="OutputException">The work folder is full or not writable.</exception>
    public void Write(FrameSequence frames, HmConfiguration configuration, HmFrameQps qps, QpMap? map, CancellationToken cancellation)
    {
        try
        {
            File.WriteAllText(Configuration, configuration.Text);
            File.WriteAllLines(DeltaQps, qps.DeltaQps.Select(d => d.ToString(CultureInfo.InvariantCulture)));
            if (map is not null)
            {
                using var writer = new StreamWriter(Map);
                HmCtuMap.Write(writer, map, qps.Asked);
            }

            WriteFrames(frames, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{_folder}: cannot be written: {e.Message}; TMPDIR names another place for temporary files", e);
        }
    }

    public void Dispose()
    {
        foreach (var path in ((string[])[Frames, Configuration, DeltaQps, Map, Reconstruction]).Where(File.Exists))
        {
            File.Delete(path);
        }
    }

    private void WriteFrames(FrameSequence frames, CancellationToken cancellation)
    {
        using var file = File.Create(Frames);
        var frame = new byte[frames.Format.FrameBytes];
        for (var i = 0; i < frames.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            frames.Write(i, frame);
            file.Write(frame);
        }
    }

    private string In(string name) => Path.Combine(_folder, name);
}
