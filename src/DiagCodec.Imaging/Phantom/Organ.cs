namespace DiagCodec.Imaging.Phantom;

/// <summary>A shape filled with one tissue. Organs are painted one over the other, so later ones win.</summary>
/// <param name="Shape">Where it is.</param>
/// <param name="Hu">Its mean value.</param>
/// <param name="Label">One of <see cref="PhantomLabel"/>.</param>
/// <param name="Texture">How far its value wanders from place to place, HU.</param>
/// <param name="Kind">In which pattern.</param>
internal sealed record Organ(Shape Shape, double Hu, byte Label = PhantomLabel.Background, double Texture = 0, TextureKind Kind = TextureKind.Mottle);
