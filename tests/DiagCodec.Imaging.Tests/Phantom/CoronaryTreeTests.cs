using System.Globalization;
using DiagCodec.Imaging.Phantom;
using Xunit.Abstractions;

namespace DiagCodec.Imaging.Tests.Phantom;

/// <summary>The coronary trees of 20 patients in numbers; docs/phantom.md holds them beside those of people.</summary>
public sealed class CoronaryTreeTests(ITestOutputHelper output)
{
    private static readonly string[] Named = ["LM", "LAD", "LCx", "RCA", "D1", "OM1", "PDA", "PLB"];

    [Fact]
    public void Twenty_trees_are_as_large_as_those_of_people()
    {
        var trees = Enumerable.Range(1, 20).Select(seed => Tree(seed, CoronaryDisease.None)).ToList();
        foreach (var name in Named)
        {
            var arteries = trees.SelectMany(t => t.Arteries).Where(a => a.Name == name).ToList();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {arteries.Count} of 20, length {Spread(arteries, a => a.Length, "0")} mm, diameter at start {Spread(arteries, a => 2 * a.HealthyRadius(2), "0.0")} mm, at end {Spread(arteries, a => 2 * a.HealthyRadius(a.Count - 1), "0.0")} mm"));
        }

        var volumes = trees.Select(Volume).ToList();
        var branches = trees.Select(t => t.Arteries.Count).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"arteries and branches: {branches.Min()} to {branches.Max()}, mean {branches.Average():0.0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lumen: {volumes.Min():0} to {volumes.Max():0} mm3, mean {volumes.Average():0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"length of all: mean {trees.Average(t => t.Arteries.Sum(a => a.Length)):0} mm"));
        Assert.InRange(Diameter(trees, "LM"), 4.0, 5.0);
        Assert.InRange(Diameter(trees, "LAD"), 3.3, 4.1);
        Assert.InRange(Diameter(trees, "RCA"), 3.3, 4.5);
        Assert.InRange(volumes.Average(), 1500, 4500);
        Assert.All(trees, t => Assert.InRange(t.Arteries.Count, 18, 45));
    }

    [Fact]
    public void Disease_narrows_the_lumen_and_calcifies_the_wall()
    {
        var (none, moderate, severe) = (Narrowest(CoronaryDisease.None), Narrowest(CoronaryDisease.Moderate), Narrowest(CoronaryDisease.Severe));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"greatest narrowing of the diameter, 20 seeds: none {none:0.00}, moderate {moderate:0.00}, severe {severe:0.00}"));
        Assert.Equal(0, none, 3);
        Assert.InRange(moderate, 0.15, 0.5);
        Assert.InRange(severe, 0.4, 0.8);
        Assert.Empty(Tree(1, CoronaryDisease.None).Plaques);
        Assert.Contains(Tree(1, CoronaryDisease.Severe).Plaques, p => p.Label == PhantomLabel.CalcifiedPlaque);
    }

    private static double Narrowest(CoronaryDisease disease) => Enumerable.Range(1, 20).Average(seed =>
        Tree(seed, disease).Arteries.Max(a => Enumerable.Range(0, a.Count).Max(i => 1 - (a.Radius(i) / a.HealthyRadius(i)))));

    private static double Diameter(List<CoronaryTree> trees, string name) =>
        trees.SelectMany(t => t.Arteries).Where(a => a.Name == name).Average(a => 2 * a.HealthyRadius(2));

    private static double Volume(CoronaryTree tree) => tree.Arteries.Sum(a =>
        Enumerable.Range(1, a.Count - 1).Sum(i => Math.PI * a.Radius(i) * a.Radius(i) * (a.At(i) - a.At(i - 1)).Length));

    private static CoronaryTree Tree(int seed, CoronaryDisease disease)
    {
        var patient = new Patient(new() { Seed = seed, Disease = disease });
        return CoronaryTree.Grow(patient, new Heart(patient), new GreatVessels(patient));
    }

    private static string Spread(List<Artery> arteries, Func<Artery, double> of, string format)
    {
        var mean = arteries.Average(of);
        var deviation = Math.Sqrt(arteries.Average(a => (of(a) - mean) * (of(a) - mean)));
        return $"{mean.ToString(format, CultureInfo.InvariantCulture)} ± {deviation.ToString(format, CultureInfo.InvariantCulture)}";
    }
}
