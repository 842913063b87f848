using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Evaluation.Regions;

/// <summary>Measures where the bits of an archive's video are, by tools/qp-probe, which parses the stream. The tool is optional.</summary>
public static class BitProbe
{
    public const string Variable = "DIAGCODEC_QP_PROBE";

    /// <summary>The environment variable, else beside this program or in the folder of native builds above it; null where it is not.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new ToolException($"{named}: {Variable} names no file");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var path in (string[])[Path.Combine(folder.FullName, "qp-probe"), Path.Combine(folder.FullName, "native", "qp-probe", "qp-probe")])
            {
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        return null;
    }

    /// <param name="program">Path of qp-probe.</param>
    /// <param name="archive">Path of an archive.</param>
    /// <param name="format">Of its frames.</param>
    /// <param name="cancellation">Ends the parsing.</param>
    /// <exception cref="ToolException">The tool failed.</exception>
    public static async Task<BlockBits> ReadAsync(string program, string archive, FrameFormat format, CancellationToken cancellation)
    {
        using var work = new WorkFolder();
        var video = Path.Combine(work.Path, "video.hevc");
        using (var reader = ArchiveReader.Open(archive))
        await using (var from = reader.OpenVideo())
        await using (var to = File.Create(video))
        {
            await from.CopyToAsync(to, cancellation);
        }

        using var process = ToolProcess.Start(program, [video, "--block", BlockBits.Size.ToString(CultureInfo.InvariantCulture), "--bits"]);
        process.Input.Dispose();
        var columns = (format.Width + BlockBits.Size - 1) / BlockBits.Size;
        var blocks = columns * ((format.Height + BlockBits.Size - 1) / BlockBits.Size);
        var frames = ImmutableArray.CreateBuilder<(double, ImmutableArray<float>)>();
        using (var lines = new StreamReader(process.Output, Encoding.ASCII, false, 1 << 16, leaveOpen: true))
        {
            while (await lines.ReadLineAsync(cancellation) is { } line)
            {
                frames.Add(Parse(line, blocks));
            }
        }

        return await process.WaitAsync(cancellation) == 0
            ? new BlockBits(columns, frames.ToImmutable())
            : throw new ToolException($"qp-probe cannot read the video: {process.ErrorText.ReplaceLineEndings(" ")}");
    }

    private static (double Total, ImmutableArray<float> Blocks) Parse(string line, int blocks)
    {
        var fields = line.Split(',');
        var bits = ImmutableArray.CreateBuilder<float>(blocks);
        foreach (var field in fields.Skip(1))
        {
            bits.Add(float.Parse(field, CultureInfo.InvariantCulture));
        }

        return bits.Count == blocks
            ? (double.Parse(fields[0], CultureInfo.InvariantCulture), bits.MoveToImmutable())
            : throw new ToolException($"qp-probe gave {bits.Count} blocks a frame, expected {blocks}");
    }
}
