using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Where the cases come from: synthetic patients or a folder of images with label maps.</summary>
public sealed record ExperimentData
{
    /// <summary>Synthetic patients; null for a folder.</summary>
    public PhantomCases? Phantom { get; init; }

    /// <summary>
    /// Folder of images and label maps as 'train segmentation' takes it, relative to the experiment file; null where the command line
    /// names it.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Where images and label maps are in the folder, such as <c>*/CT_image.nii.gz=*/CT_mask.nii.gz</c>; null: the known layouts.</summary>
    public string? Pairs { get; init; }

    /// <summary>Numbers of the label maps to the task's classes, such as <c>1=1,2=1,*=0</c>; null: as they are.</summary>
    public string? Labels { get; init; }

    /// <summary>Names of the cases to take; empty: all.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>Takes the run of so many neighbouring slices with most foreground of the truth, 1 or more; null: whole volumes.</summary>
    public int? Slices { get; init; }
}
