using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Nifti;

/// <summary>The refusals of NIfTI reading, each one line: file, what is wrong, what to do.</summary>
internal static class NiftiFault
{
    public static InvalidInputException Broken(string path, string what, Exception? cause = null) =>
        new($"{path}: broken NIfTI file: {what}; get a fresh copy of it", cause);

    public static InvalidInputException Unsupported(string path, string what, string advice) =>
        new($"{path}: {what}; {advice}");

    public static InvalidInputException Truncated(string path, string part, long expected, long found) =>
        Broken(path, $"it ends within the {part} (expected {expected} bytes, found {found})");
}
