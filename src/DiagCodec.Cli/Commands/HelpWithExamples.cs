using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DiagCodec.Cli.Commands;

/// <summary>The library's help, followed by a command's own remarks and examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Who asks for help need not have typed the rest.</summary>
    public override bool ClearsParseErrors => true;

    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand command)
        {
            command.WriteRemarks(parseResult.InvocationConfiguration.Output);
        }

        return code;
    }
}
