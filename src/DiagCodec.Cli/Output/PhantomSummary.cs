using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>phantom --json</c> prints.</summary>
internal sealed record PhantomSummary(string Output, ImmutableArray<PhantomPatient> Patients);

/// <summary>One synthetic patient.</summary>
/// <param name="Dicom">Folder of the series.</param>
/// <param name="Labels">The truth, NIfTI.</param>
/// <param name="Seed">Makes the same patient again.</param>
internal sealed record PhantomPatient(string Dicom, string Labels, int Seed);
