using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Pictures;

/// <summary>The refusals of picture reading, each one line: file, what is wrong, what to do.</summary>
internal static class PictureFault
{
    public static InvalidInputException Broken(string path, string what) => new($"{path}: broken picture: {what}; get a fresh copy of it");

    public static InvalidInputException Unsupported(string path, string what, string advice) => new($"{path}: {what}; {advice}");
}
