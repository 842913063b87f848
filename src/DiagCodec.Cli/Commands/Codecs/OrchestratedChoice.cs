namespace DiagCodec.Cli.Commands.Codecs;

/// <summary>What both orchestrated commands are asked.</summary>
/// <param name="Model">Folder of the model.</param>
/// <param name="Output">Stream or folder to write.</param>
/// <param name="Device">cpu or cuda.</param>
/// <param name="Json">Print JSON.</param>
/// <param name="Overwrite">Replace what is there.</param>
internal sealed record OrchestratedChoice(string Model, string Output, string Device, bool Json, bool Overwrite);
