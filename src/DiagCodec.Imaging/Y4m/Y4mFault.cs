using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Y4m;

/// <summary>The refusals of YUV4MPEG2 reading, each one line: file, what is wrong, what to do.</summary>
internal static class Y4mFault
{
    public static InvalidInputException Broken(string path, string what) =>
        new($"{path}: broken YUV4MPEG2 file: {what}; write it anew, for example with ffmpeg -i VIDEO -pix_fmt yuv420p -strict -1 OUT.y4m");

    public static InvalidInputException Unsupported(string path, string what, string advice) => new($"{path}: {what}; {advice}");
}
