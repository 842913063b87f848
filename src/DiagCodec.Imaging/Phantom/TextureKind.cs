namespace DiagCodec.Imaging.Phantom;

/// <summary>How the value of a tissue wanders from place to place.</summary>
internal enum TextureKind
{
    /// <summary>Soft clouds of some 6 mm: blood that mixes, marrow, muscle.</summary>
    Mottle,

    /// <summary>Fine grain of some 1.7 mm: trabecular bone, lung.</summary>
    Grain,

    /// <summary>Thin sheets, only upwards: septa and small vessels in fat.</summary>
    Strands,
}
