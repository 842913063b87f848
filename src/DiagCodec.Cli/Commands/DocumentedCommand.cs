using System.CommandLine;

namespace DiagCodec.Cli.Commands;

/// <summary>A command whose help ends with more words and examples, which a list of commands leaves out.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="summary">One sentence.</param>
/// <param name="remarks">What else there is to know; may be empty.</param>
/// <param name="examples">Whole command lines.</param>
internal sealed class DocumentedCommand(string name, string summary, string remarks, params string[] examples) : Command(name, summary)
{
    public void WriteRemarks(TextWriter writer)
    {
        if (remarks.Length > 0)
        {
            writer.WriteLine(remarks);
            writer.WriteLine();
        }

        writer.WriteLine("Examples:");
        foreach (var example in examples)
        {
            writer.WriteLine($"  {example}");
        }
    }
}
