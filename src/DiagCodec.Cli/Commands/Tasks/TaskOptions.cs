using System.CommandLine;
using System.CommandLine.Parsing;

namespace DiagCodec.Cli.Commands.Tasks;

/// <summary>The options that name a network, for every command that runs one.</summary>
internal sealed class TaskOptions
{
    public const string StandardDevice = "cpu";

    private readonly Option<string?> _task;
    private readonly Option<bool> _hardened = new("--hardened") { Description = "Use the task's hardened weights, which were trained to bear what coding does." };
    private readonly Option<string?> _device = new("--device")
    {
        Description = $"Where the network runs: cpu, or cuda where libtorch has it. Default: {StandardDevice}.",
        HelpName = "cpu|cuda",
    };

    /// <param name="description">What the network is for.</param>
    /// <param name="required">Whether the command makes no sense without one.</param>
    public TaskOptions(string description, bool required)
    {
        _task = new Option<string?>("--task") { Description = description, HelpName = "NAME|DIR", Required = required };
        _device.AcceptOnlyFromAmong("cpu", "cuda");
    }

    public void AddTo(Command command)
    {
        command.Add(_task);
        command.Add(_hardened);
        command.Add(_device);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_task) is null && (result.GetValue(_hardened) || result.GetValue(_device) is not null))
            {
                result.AddError("--hardened and --device: expected together with --task NAME");
            }
        });
    }

    /// <returns>Null where no network was asked for.</returns>
    public TaskChoice? Of(ParseResult parsed, int? threads) => parsed.GetValue(_task) is { } task
        ? new TaskChoice { Task = task, Hardened = parsed.GetValue(_hardened), Device = parsed.GetValue(_device) ?? StandardDevice, Threads = threads }
        : null;
}
