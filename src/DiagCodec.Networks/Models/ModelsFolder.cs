namespace DiagCodec.Networks.Models;

/// <summary>Where the models and policies are that are called by name.</summary>
internal static class ModelsFolder
{
    /// <summary>The environment variable that names another one.</summary>
    public const string Variable = "DIAGCODEC_MODELS";

    private const string FolderName = "models";
    private const string Solution = "DiagCodec.sln";

    /// <summary>
    /// The folder that the environment variable names, else "models" beside this program, else "models" of the checkout that this
    /// program was built in. It need not exist.
    /// </summary>
    public static string Standard() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Beside(AppContext.BaseDirectory);

    internal static string Beside(string program)
    {
        var beside = Path.Combine(program, FolderName);
        if (Directory.Exists(beside))
        {
            return beside;
        }

        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return Path.Combine(folder.FullName, FolderName);
            }
        }

        return beside;
    }
}
