namespace DiagCodec.Imaging.Masks;

/// <summary>A meaning as a code of a published list (PS3.3 8.1), such as (80891009, SCT, Heart).</summary>
/// <param name="Value">1 to 16 characters of ASCII.</param>
/// <param name="Scheme">The list: SCT for SNOMED CT, DCM for DICOM's own (PS3.16 table 8-1); 1 to 16 characters of ASCII.</param>
/// <param name="Meaning">For people; 1 to 64 characters of ASCII.</param>
public sealed record CodedTerm(string Value, string Scheme, string Meaning);
