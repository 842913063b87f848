using System.Globalization;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>Codes every slice for itself into a file 0000.EXT, 0001.EXT ... of the case's folder.</summary>
internal sealed class SliceMethod(MethodFacts facts, ISliceCodec codec) : IImageMethod
{
    private string? _identity;

    public MethodFacts Facts => facts;

    public async Task<string> IdentityAsync(CancellationToken cancellation) => _identity ??= await codec.IdentityAsync(cancellation);

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        var frames = input.Prepared.Frames;
        var frame = new byte[frames.Format.FrameBytes];
        var bytes = 0L;
        using var work = new WorkFolder();
        for (var i = 0; i < frames.Count; i++)
        {
            frames.Write(i, frame);
            var name = NameOf(i);
            await codec.EncodeAsync(parameter, frames.Format, frame, work.Path, name, cancellation);
            bytes += Keep(Path.Combine(work.Path, name), Path.Combine(folder, name));
        }

        return new CodedCase(bytes, [codec.EncodeCommand(parameter, frames.Format, Pattern)]);
    }

    public async Task<string> DecodeAsync(
        string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        var found = Directory.GetFiles(folder, $"*{codec.Extension}").Length;
        if (found != frames)
        {
            throw new ToolException(FormattableString.Invariant($"found {found} {codec.Extension} files of {frames} slices; code the case again"));
        }

        var frame = new byte[format.FrameBytes];
        using var work = new WorkFolder();
        for (var i = 0; i < frames; i++)
        {
            var name = NameOf(i);
            var copy = Path.Combine(work.Path, name);
            Fetch(Path.Combine(folder, name), copy);
            await codec.DecodeAsync(work.Path, name, format, frame, cancellation);
            File.Delete(copy);
            take(i, frame);
        }

        return codec.DecodeCommand(Pattern);
    }

    private string Pattern => $"%04d{codec.Extension}";

    private string NameOf(int slice) => slice.ToString("D4", CultureInfo.InvariantCulture) + codec.Extension;

    private static long Keep(string made, string kept)
    {
        var file = new FileInfo(made);
        if (!file.Exists || file.Length == 0)
        {
            throw new ToolException($"{file.Name}: the encoder ended without fault but wrote nothing");
        }

        var bytes = file.Length;
        try
        {
            File.Move(made, kept);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{kept}: cannot be written: {e.Message}", e);
        }

        return bytes;
    }

    private static void Fetch(string kept, string copy)
    {
        try
        {
            File.Copy(kept, copy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{Path.GetFileName(kept)}: cannot be read: {e.Message}; code the case again", e);
        }
    }
}
