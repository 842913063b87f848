namespace DiagCodec.Tests.Support;

/// <summary>Real images that are not part of the project; tests that need them are skipped where they are not.</summary>
internal static class RealData
{
    public static string ChestCt => Require("ct-chest-lidc0314-dicom");

    public static string Require(params string[] parts)
    {
        var root = Root();
        Skip.If(root is null, "no real images here: set DIAGCODEC_TEST_DATA to their folder");
        var path = Path.Combine([root!, .. parts]);
        Skip.IfNot(Path.Exists(path), $"{path} is not there");
        return path;
    }

    public static string? Root()
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
