using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>train mvmicnet --json</c> prints.</summary>
/// <param name="Output">Folder with "codec" and "task".</param>
/// <param name="TestCases">Unseen cases that the figures are of.</param>
/// <param name="Stages">Uncoded, stage 1, stage 2; empty without test cases.</param>
internal sealed record MvmicTrainingSummary(string Output, int TestCases, ImmutableArray<MvmicStageSummary> Stages);

/// <summary>One line of it.</summary>
/// <param name="Stage">uncoded, stage 1 or stage 2.</param>
/// <param name="BitsPerPixel">Estimated; left out where nothing is coded.</param>
/// <param name="Psnr">Of what the network sees, dB.</param>
/// <param name="Dice">Mean of every class over the test cases.</param>
internal sealed record MvmicStageSummary(string Stage, double? BitsPerPixel, double? Psnr, ImmutableSortedDictionary<string, double?> Dice);
