using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>train mvmicnet --json</c> prints.</summary>
/// <param name="Output">The model's folder.</param>
/// <param name="Lambda">lambda1: of the error.</param>
/// <param name="TaskWeight">lambda2: of the task's loss.</param>
/// <param name="TestCases">Unseen cases that the figures are of.</param>
/// <param name="Stages">Uncoded, stage 1, stage 2; empty without test cases.</param>
/// <param name="Gains">How much stage 2 is better than stage 1, one for every figure of a stage.</param>
internal sealed record MvmicTrainingSummary(
    string Output, double Lambda, double TaskWeight, int TestCases, ImmutableArray<MvmicStageSummary> Stages, ImmutableArray<MvmicGainSummary> Gains);

/// <summary>One line of it.</summary>
/// <param name="Stage">uncoded, stage 1 or stage 2.</param>
/// <param name="BitsPerPixel">Estimated; left out where nothing is coded.</param>
/// <param name="Psnr">dB; left out where nothing is coded.</param>
/// <param name="Figures">Dice of every class, or a detector's mean average precisions, over all test cases.</param>
/// <param name="Cases">The same of every case.</param>
internal sealed record MvmicStageSummary(
    string Stage, double? BitsPerPixel, double? Psnr, ImmutableArray<TaskFigure> Figures, ImmutableArray<MvmicCaseSummary> Cases);

/// <summary>One test case.</summary>
/// <param name="Name">As the split names it.</param>
/// <param name="BitsPerPixel">Estimated; left out where nothing is coded.</param>
/// <param name="Psnr">dB; left out where nothing is coded.</param>
/// <param name="Figures">In the order of the stage's.</param>
internal sealed record MvmicCaseSummary(string Name, double? BitsPerPixel, double? Psnr, ImmutableArray<double?> Figures);

/// <summary>A difference with its 95 % interval over the cases (bootstrap).</summary>
/// <param name="Gain">Above 0: better.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
internal sealed record MvmicGainSummary(double? Gain, double? Low, double? High);

/// <summary>A figure of a task.</summary>
/// <param name="Name">Such as "Dice coronary artery" or "mAP .50".</param>
/// <param name="Value">0 to 1; left out where no case has what is looked for.</param>
internal sealed record TaskFigure(string Name, double? Value);
