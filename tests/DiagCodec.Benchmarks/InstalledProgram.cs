namespace DiagCodec.Benchmarks;

/// <summary>The diagcodec that users run: as scripts/setup leaves it, compiled ahead of time; else the one beside this program.</summary>
internal static class InstalledProgram
{
    public static string Path()
    {
        var installed = System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "../../../diagcodec/diagcodec.dll"));
        if (File.Exists(installed))
        {
            return installed;
        }

        Console.Error.WriteLine($"note: {installed} is not there; scripts/setup makes it; measuring one that compiles as it runs");
        return System.IO.Path.Combine(AppContext.BaseDirectory, "diagcodec.dll");
    }
}
