using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Imaging.Pictures;

/// <summary>
/// Decodes many pictures of one kind by one run of ffmpeg. The files' bytes go in one after the other through its standard input, so
/// it never sees a file name, whatever characters that may hold.
/// </summary>
internal static class PictureDecoder
{
    /// <param name="pictures">At least one; all of one kind and size.</param>
    /// <param name="take">Gets each picture's index and pixels as <see cref="PixelFormat"/> says; the buffer is used again.</param>
    public static void Decode(IReadOnlyList<Picture> pictures, Action<int, byte[]> take)
    {
        if (TryDecode(pictures, take, out var errors))
        {
            return;
        }

        if (pictures.Count > 1)
        {
            // One of them is broken; alone, it can be named.
            foreach (var picture in pictures)
            {
                Decode([picture], (_, _) => { });
            }
        }

        throw PictureFault.Broken(pictures[0].Path, $"ffmpeg cannot decode it ({errors})");
    }

    /// <summary>ffmpeg's name of the decoded form, and its bytes a pixel.</summary>
    public static (string Name, int Bytes) PixelFormat(PictureKind kind) => kind switch
    {
        PictureKind.PngGrey8 or PictureKind.JpegGrey => ("gray", 1),
        PictureKind.PngGrey16 => ("gray16le", 2),
        PictureKind.PngColour8 or PictureKind.PngNumbers => ("rgba", 4),
        PictureKind.PngColour16 => ("rgba64le", 8),
        PictureKind.JpegColour => ("yuvj444p", 3),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown picture kind"),
    };

    private static bool TryDecode(IReadOnlyList<Picture> pictures, Action<int, byte[]> take, out string errors)
    {
        using var ffmpeg = ToolProcess.Start("ffmpeg", Arguments(pictures[0]));
        var feeding = Task.Run(() => Feed(pictures, ffmpeg.Input));
        var pixels = new byte[(long)pictures[0].Width * pictures[0].Height * PixelFormat(pictures[0].Kind).Bytes];
        var decoded = 0;
        while (decoded < pictures.Count && ffmpeg.Output.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) == pixels.Length)
        {
            take(decoded++, pixels);
        }

        var isEnd = ffmpeg.Output.ReadByte() < 0;
        if (!isEnd)
        {
            // More pictures than files: it would wait for ever to get rid of them.
            ffmpeg.Output.Dispose();
        }

        feeding.GetAwaiter().GetResult();
        var code = ffmpeg.WaitAsync(CancellationToken.None).GetAwaiter().GetResult();
        errors = ffmpeg.ErrorText.Split('\n').FirstOrDefault(line => line.Length > 0) ?? $"exit code {code}, {decoded} of {pictures.Count} pictures decoded";
        return code == 0 && isEnd && decoded == pictures.Count;
    }

    private static string[] Arguments(Picture first) =>
    [
        "-hide_banner", "-nostdin", "-loglevel", "error", "-xerror",
        "-noautorotate", "-err_detect", "crccheck+bitstream+buffer+explode",
        "-f", first.IsJpeg ? "jpeg_pipe" : "png_pipe", "-c:v", first.IsJpeg ? "mjpeg" : "png", "-i", "pipe:0",
        "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", PixelFormat(first.Kind).Name, "pipe:1",
    ];

    private static void Feed(IReadOnlyList<Picture> pictures, Stream input)
    {
        try
        {
            foreach (var picture in pictures)
            {
                var bytes = File.ReadAllBytes(picture.Path).AsSpan(0, picture.Length);
                input.Write(picture.Kind == PictureKind.PngNumbers ? PngPalette.Numbered(bytes) : bytes);
            }

            input.Dispose();
        }
        catch (IOException)
        {
            // It stopped reading because a picture is broken; its exit code and the missing pictures tell the rest.
        }
    }
}
