namespace DiagCodec.Imaging.Dicom;

/// <summary>What a CT series made from scratch says of itself beside its pixels.</summary>
public sealed record NewDicomSeries
{
    /// <summary>All UIDs follow from it: the same seed gives the same series.</summary>
    public required string Seed { get; init; }

    /// <summary>ASCII, parts separated by ^: PHANTOM^0001.</summary>
    public required string PatientName { get; init; }

    public required string PatientId { get; init; }

    /// <summary>Of diagcodec.</summary>
    public required string SoftwareVersion { get; init; }

    /// <summary>M, F or O.</summary>
    public string PatientSex { get; init; } = "O";

    /// <summary>0 to 120; null leaves it unsaid.</summary>
    public int? AgeYears { get; init; }

    public string StudyDescription { get; init; } = string.Empty;

    public string SeriesDescription { get; init; } = string.Empty;

    public DateOnly Date { get; init; } = new(2000, 1, 1);

    public string BodyPart { get; init; } = "CHEST";

    /// <summary>Peak tube voltage; 0 leaves it unsaid.</summary>
    public int KiloVolts { get; init; } = 120;

    /// <summary>Contrast agent; null for a plain scan.</summary>
    public string? ContrastAgent { get; init; }

    /// <summary>For display, in HU.</summary>
    public int WindowCentre { get; init; } = 40;

    /// <summary>For display, in HU; 1 or more.</summary>
    public int WindowWidth { get; init; } = 400;

    public DicomOutputSyntax Syntax { get; init; } = DicomOutputSyntax.ExplicitLittleEndian;
}
