namespace DiagCodec.Imaging.Phantom;

/// <summary>All organs of a patient, in the order in which they are painted.</summary>
internal static class Thorax
{
    public static List<Organ> Organs(Patient patient)
    {
        var (chest, abdomen, vessels, heart) = (new Chest(patient), new Abdomen(patient), new GreatVessels(patient), new Heart(patient));
        var tree = CoronaryTree.Grow(patient, heart, vessels);
        List<Organ> organs = [.. chest.Organs()];
        foreach (var side in new[] { -1, 1 })
        {
            var lung = new Lung(chest.Inside, side, patient.BodyScale);
            organs.Add(new(new Sculpted(lung, new(patient.Seed + 18, 16), 3), patient.LungHu, Texture: 28, Kind: TextureKind.Grain));
            organs.AddRange(new LungVessels(patient, new Ventilated(lung, abdomen, heart), side).Organs());
        }

        organs.AddRange(abdomen.Organs());
        organs.AddRange(new Spine(patient).Organs());
        List<Shape> arteries = [.. tree.Arteries.Select(a => a.Healthy)];
        organs.AddRange(heart.Coat(arteries));
        organs.AddRange(vessels.Vessels());
        organs.AddRange(heart.Organs());
        organs.AddRange(vessels.LungArteryBlood());
        organs.AddRange(heart.Appendages());
        organs.AddRange(vessels.Aorta(wall: true));
        organs.AddRange(Heart.Halos([.. tree.Arteries.Where(a => a.OnSurface).Select(a => a.Healthy)]));
        organs.AddRange(tree.Organs());
        organs.AddRange(vessels.Aorta(wall: false));
        return organs;
    }
}
