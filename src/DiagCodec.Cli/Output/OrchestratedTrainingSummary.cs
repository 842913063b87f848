using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>train orchestrated --json</c> prints.</summary>
/// <param name="Model">Its folder.</param>
/// <param name="Design">D1 to D4, AutoSeg.</param>
/// <param name="TestCases">Unseen cases that the figures are of.</param>
/// <param name="BitsPerPixel">Of the codes, headers left out; left out where nothing is coded.</param>
/// <param name="Dice">Mean of every class over the test cases.</param>
internal sealed record OrchestratedTrainingSummary(
    string Model, string Design, int TestCases, double? BitsPerPixel, ImmutableSortedDictionary<string, double?> Dice);
