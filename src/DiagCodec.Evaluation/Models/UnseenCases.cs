using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Train;

namespace DiagCodec.Evaluation.Models;

/// <summary>Which model judges which case: one that has not seen it.</summary>
public sealed class UnseenCases
{
    private readonly ImmutableArray<ModelFolder> _models;
    private readonly ImmutableDictionary<string, ModelFolder> _byCase;

    private UnseenCases(ImmutableArray<ModelFolder> models, ImmutableDictionary<string, ModelFolder> byCase) => (_models, _byCase) = (models, byCase);

    public ModelTask Task => _models[0].Task;

    /// <summary>One, or one a fold.</summary>
    public ImmutableArray<ModelFolder> Models => _models;

    /// <summary>Those that all models have weights of.</summary>
    public IEnumerable<WeightsVariant> Variants => _models[0].Task.Variants.Present().Where(v => _models.All(m => m.Task.Variants.Of(v) is not null));

    public bool Has(string name) => _byCase.ContainsKey(name);

    public ModelFolder For(string name) => _byCase[name];

    /// <summary>SHA-256 of the weights of all models.</summary>
    public string Identity(WeightsVariant variant) => string.Join(' ', _models.Select(m => m.Task.Variants.Of(variant)!.Sha256));

    /// <param name="nameOrPath">A task, a model folder, or a folder with fold-1, fold-2 ...</param>
    /// <param name="cases">Names of the data set.</param>
    /// <param name="all">Whether the model has seen none of them, whatever its split says.</param>
    /// <param name="advice">How the user says that, for the message.</param>
    /// <exception cref="InvalidInputException">No model is there, or its split keeps none of the cases for tests.</exception>
    public static UnseenCases Open(string nameOrPath, IReadOnlyCollection<string> cases, bool all, string advice)
    {
        var folds = Enumerable.Range(0, int.MaxValue)
            .Select(k => Path.Combine(nameOrPath, CrossValidation.FolderName(k)))
            .TakeWhile(Directory.Exists)
            .Select(ModelFolder.Open)
            .ToImmutableArray();
        var models = folds.IsEmpty ? [ModelCatalogue.Standard().Open(nameOrPath)] : folds;
        var byCase = ImmutableDictionary.CreateBuilder<string, ModelFolder>(StringComparer.Ordinal);
        foreach (var model in models)
        {
            var unseen = all ? cases : SplitJson.Read(Path.Combine(model.Path, ModelStore.SplitFile)).Test;
            foreach (var name in unseen.Where(n => cases.Contains(n) && !byCase.ContainsKey(n)))
            {
                byCase.Add(name, model);
            }
        }

        return byCase.Count > 0
            ? new UnseenCases(models, byCase.ToImmutable())
            : throw new InvalidInputException($"{nameOrPath}: the data hold no test case of this model; {advice} where none of them took part in its training");
    }
}
