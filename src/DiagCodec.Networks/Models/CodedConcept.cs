namespace DiagCodec.Networks.Models;

/// <summary>A coded concept of DICOM PS3.3 8.8, for example T-D4000 of SRT, or 51114001 of SCT (SNOMED CT), which means Artery.</summary>
/// <param name="Value">Code value, 1 to 16 characters.</param>
/// <param name="Scheme">Coding scheme designator, 1 to 16 characters.</param>
/// <param name="Meaning">Text for people, 1 to 64 characters.</param>
public sealed record CodedConcept(string Value, string Scheme, string Meaning);
