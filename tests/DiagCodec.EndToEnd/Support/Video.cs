using System.Runtime.InteropServices;

namespace DiagCodec.EndToEnd.Support;

/// <summary>Videos as ffmpeg makes and reads them.</summary>
internal static class Video
{
    /// <summary>Three frames of ffmpeg's moving test picture.</summary>
    public static async Task MakeAsync(Scratch scratch, string name, string pixelFormat, int width, int height) => await Tool.CheckedAsync(
        "ffmpeg", "-v", "error", "-f", "lavfi", "-i", $"testsrc2=size={width}x{height}:rate=5", "-frames:v", "3", "-pix_fmt", pixelFormat,
        "-strict", "-1", scratch.Path(name));

    /// <summary>Samples of all frames; 8-bit ones widened.</summary>
    public static async Task<int[]> DecodeAsync(Scratch scratch, string name, string pixelFormat)
    {
        var raw = scratch.Path($"{Path.GetRandomFileName()}.raw");
        await Tool.CheckedAsync("ffmpeg", "-v", "error", "-i", scratch.Path(name), "-f", "rawvideo", "-pix_fmt", pixelFormat, raw);
        var bytes = await File.ReadAllBytesAsync(raw);
        return pixelFormat.EndsWith("le", StringComparison.Ordinal)
            ? [.. MemoryMarshal.Cast<byte, ushort>(bytes).ToArray().Select(v => (int)v)]
            : [.. bytes.Select(b => (int)b)];
    }
}
