using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods.External.Programs;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>Slices through programs, one process each way a slice.</summary>
internal sealed class ProgramSlices(StillPrograms programs) : ISliceCodec
{
    private const string Picture = "slice.pgm";

    private readonly ExternalProgram _encoder = new(programs.Encoder);
    private readonly ExternalProgram _decoder = new(programs.Decoder);

    public string Extension => programs.Extension;

    public async Task<string> IdentityAsync(CancellationToken cancellation)
    {
        _decoder.Require();
        var version = await ProgramVersions.AskAsync(programs.Encoder, cancellation);
        var pictures = programs.Widens ? "12 bits as 16" : "as they are";
        return $"{version}, samples {pictures}: {_encoder.CommandLine(programs.Encode("*", "in.pgm", "out" + Extension))}";
    }

    public string EncodeCommand(double parameter, FrameFormat format, string file) =>
        _encoder.CommandLine(programs.Encode(programs.Rate(parameter, format), Picture, file));

    public string DecodeCommand(string file) => _decoder.CommandLine(programs.Decode(file, Picture));

    public async Task EncodeAsync(
        double parameter, FrameFormat format, ReadOnlyMemory<byte> frame, string folder, string file, CancellationToken cancellation)
    {
        var picture = Path.Combine(folder, Picture);
        if (Widens(format))
        {
            var wide = new byte[format.FrameBytes];
            WideSamples.Widen(frame.Span, format, wide);
            Pgm.Write(picture, WideSamples.Of(format), wide);
        }
        else
        {
            Pgm.Write(picture, format, frame.Span);
        }

        await _encoder.RunAsync(folder, file, programs.Encode(programs.Rate(parameter, format), Picture, file), cancellation);
        File.Delete(picture);
    }

    public async Task DecodeAsync(string folder, string file, FrameFormat format, Memory<byte> frame, CancellationToken cancellation)
    {
        var picture = Path.Combine(folder, Picture);
        await _decoder.RunAsync(folder, file, programs.Decode(file, Picture), cancellation);
        if (Widens(format))
        {
            Pgm.Read(picture, WideSamples.Of(format), frame.Span);
            WideSamples.Narrow(frame.Span, format);
        }
        else
        {
            Pgm.Read(picture, format, frame.Span);
        }

        File.Delete(picture);
    }

    private bool Widens(FrameFormat format) => programs.Widens && format.BytesPerSample == 2;
}
