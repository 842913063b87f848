namespace DiagCodec.Imaging.Tests.Dicom;

/// <summary>Finds the real images that some tests use where they are there: DIAGCODEC_TEST_DATA, or shared/data in a folder above.</summary>
internal static class TestData
{
    public static string? Root { get; } = Find();

    /// <summary>Skips the test when the data is not there.</summary>
    public static string Need(string path)
    {
        var full = Root is null ? null : Path.Combine(Root, path);
        Skip.IfNot(full is not null && Path.Exists(full), $"{path} is not there; set DIAGCODEC_TEST_DATA to the folder of real images");
        return full!;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DIAGCODEC_TEST_DATA") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
