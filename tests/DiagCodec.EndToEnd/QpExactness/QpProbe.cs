using System.Diagnostics;
using System.Globalization;

namespace DiagCodec.EndToEnd.QpExactness;

/// <summary>Runs tools/qp-probe, which reads block QPs out of a bitstream without any codec library.</summary>
internal static class QpProbe
{
    /// <returns>Per frame the slice QP and the QP of every block; null where no coefficient depends on it.</returns>
    public static (int SliceQp, int?[] Blocks)[] Read(string video, int block)
    {
        var start = new ProcessStartInfo(Program(), [video, "--block", block.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. lines.Select(Parse)];
    }

    private static (int SliceQp, int?[] Blocks) Parse(string line)
    {
        var fields = line.Split(',');
        return (Number(fields[0]), [.. fields.Skip(1).Select(f => f == "-" ? (int?)null : Number(f))]);

        static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
    }

    private static string Program()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "native", "qp-probe", "qp-probe");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("qp-probe is not built; run scripts/setup");
    }
}
