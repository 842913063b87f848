using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>Slices through CharLS, in this process.</summary>
internal sealed class JpegLsSlices : ISliceCodec
{
    public string Extension => ".jls";

    public Task<string> IdentityAsync(CancellationToken cancellation) => Task.FromResult($"{DicomSupport.LibraryVersion()} CharLS: JPEG-LS lossless");

    public string EncodeCommand(double parameter, FrameFormat format, string file) => $"(within diagcodec) GDCM CharLS: JPEG-LS lossless to {file}";

    public string DecodeCommand(string file) => $"(within diagcodec) GDCM CharLS: JPEG-LS from {file}";

    public async Task EncodeAsync(
        double parameter, FrameFormat format, ReadOnlyMemory<byte> frame, string folder, string file, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, file);
        var codestream = JpegLsPicture.Encode(frame.Span, format.Width, format.Height, format.BitDepth);
        try
        {
            await File.WriteAllBytesAsync(path, codestream, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}; TMPDIR names another place for temporary files", e);
        }
    }

    public async Task DecodeAsync(string folder, string file, FrameFormat format, Memory<byte> frame, CancellationToken cancellation)
    {
        try
        {
            var codestream = await File.ReadAllBytesAsync(Path.Combine(folder, file), cancellation);
            JpegLsPicture.Decode(file, codestream, format.Width, format.Height, format.BitDepth).CopyTo(frame);
        }
        catch (InvalidInputException e)
        {
            throw new ToolException(e.Message, e);
        }
    }
}
