using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Coding.Tests.Support;

/// <summary>Somebody else's decoder, to judge encoder and ffmpeg by.</summary>
internal static class LibDe265
{
    /// <summary>
    /// Decodes and compares every picture with its hash in the stream. The program crashes when it writes 4:0:0 beyond 8 bits, so
    /// frames come back for the other formats only (else null).
    /// </summary>
    public static async Task<byte[]?> DecodeAsync(string video, FrameFormat format)
    {
        using var folder = new TempFolder();
        var writes = format.Chroma == ChromaFormat.Chroma420 || format.BitDepth == 8;
        string[] arguments = ["-q", "-c", .. writes ? (string[])["-o", folder.File("out.yuv")] : [], video];
        using var process = ToolProcess.Start("libde265-dec265", arguments);
        var code = await process.WaitAsync(CancellationToken.None).WaitAsync(Requests.Watchdog);
        Assert.True(code == 0, $"libde265: exit code {code}: {process.ErrorText}");
        Assert.DoesNotContain("mismatch", process.ErrorText, StringComparison.Ordinal);
        return writes ? File.ReadAllBytes(folder.File("out.yuv")) : null;
    }
}
