using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>Starts HM, which reads files and nothing else.</summary>
internal static class HmProcess
{
    /// <exception cref="ToolException">It cannot be started.</exception>
    public static ToolProcess Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            var process = ToolProcess.Start(program, arguments);
            process.Input.Dispose();
            return process;
        }
        catch (ToolException e)
        {
            throw new ToolException($"{program}: HM cannot be started ({e.InnerException?.Message ?? e.Message}); --hm-path or {HmProgram.Variable} names another", e);
        }
    }
}
