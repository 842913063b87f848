using System.CommandLine;
using System.CommandLine.Parsing;

namespace DiagCodec.Cli.Commands.Tasks;

/// <summary>The options that name a network, for every command that runs one.</summary>
internal sealed class TaskOptions
{
    public const string StandardDevice = "cpu";

    private readonly Option<string?> _task;
    private readonly Option? _otherNetwork;
    private readonly Option<bool> _hardened = new("--hardened") { Description = "Use the task's hardened weights, which were trained to bear what coding does." };
    private readonly Option<string?> _device = new("--device")
    {
        Description = $"Where the network runs: cpu, or cuda where libtorch has it. Default: {StandardDevice}.",
        HelpName = "cpu|cuda",
    };

    /// <param name="description">What the network is for.</param>
    /// <param name="required">Whether the command makes no sense without one.</param>
    /// <param name="otherNetwork">An option that names a network for which --device is good without a task too; null: none.</param>
    public TaskOptions(string description, bool required, Option? otherNetwork = null)
    {
        _otherNetwork = otherNetwork;
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
            var isDeviceOfOther = _otherNetwork is not null && result.GetResult(_otherNetwork) is not null;
            if (result.GetValue(_task) is null && (result.GetValue(_hardened) || (result.GetValue(_device) is not null && !isDeviceOfOther)))
            {
                result.AddError($"--hardened and --device: expected together with --task NAME{(_otherNetwork is null ? "" : $", --device also with {_otherNetwork.Name}")}");
            }
        });
    }

    /// <summary>Where networks run, whichever they are.</summary>
    public string DeviceOf(ParseResult parsed) => parsed.GetValue(_device) ?? StandardDevice;

    /// <returns>Null where no network was asked for.</returns>
    public TaskChoice? Of(ParseResult parsed, int? threads) => parsed.GetValue(_task) is { } task
        ? new TaskChoice { Task = task, Hardened = parsed.GetValue(_hardened), Device = DeviceOf(parsed), Threads = threads }
        : null;
}
