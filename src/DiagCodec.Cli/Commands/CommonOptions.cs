using System.CommandLine;

namespace DiagCodec.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Print the stack trace of a fault.", Recursive = true };

    /// <summary>Where networks run.</summary>
    public static Option<string> Device()
    {
        var device = new Option<string>("--device") { Description = "cpu, or cuda where libtorch has it.", HelpName = "cpu|cuda", DefaultValueFactory = _ => "cpu" };
        device.AcceptOnlyFromAmong("cpu", "cuda");
        return device;
    }

    public static Option<bool> Json() => new("--json") { Description = "Print the result as one JSON document on standard output." };

    public static Option<bool> Overwrite() => new("--overwrite") { Description = "Replace an output that is there already." };

    public static Option<string> OutputPath(string description) => new("--output", "-o") { Description = description, Required = true, HelpName = "PATH" };

    /// <summary>A whole number between two bounds.</summary>
    public static Option<int> Number(string name, string description, int standard, int low, int high) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = OptionParsers.Number(name, low, high),
    };

    public static Option<string?> Series() => new("--series")
    {
        Description = "Series Instance UID (or its unique beginning or end) where the input holds several series.",
        HelpName = "UID",
    };
}
