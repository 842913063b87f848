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

    /// <summary>A factor; its range is checked with the other options.</summary>
    public static Option<double> Factor(string name, string description, double standard) =>
        new(name) { Description = description, HelpName = "X", DefaultValueFactory = _ => standard };

    /// <summary>0 to 1.</summary>
    public static Option<double> Share(string name, string description, double standard) => new(name)
    {
        Description = description,
        HelpName = "0..1",
        DefaultValueFactory = _ => standard,
        CustomParser = OptionParsers.Share(name),
    };

    public static Option<string?> Series() => new("--series")
    {
        Description = "Series Instance UID (or its unique beginning or end) where the input holds several series.",
        HelpName = "UID",
    };
}
