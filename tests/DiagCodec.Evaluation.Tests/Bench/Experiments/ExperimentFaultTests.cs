using System.Text;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Evaluation.Tests.Bench.Experiments;

public sealed class ExperimentFaultTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"title\":", "\"titel\":", "titel: expected no such field, found one; title: expected a text, found nothing")]
    [InlineData("\"seed\": 7", "\"seed\": 7, \"seed\": 8", "seed")]
    [InlineData("\"seed\": 7", "\"seed\": -7", "seed: expected an integer, found -7")]
    [InlineData("\"anchor\": \"uniform\",", "", "anchor: expected a text, found nothing")]
    [InlineData("\"weights\": \"hardened\"", "\"weights\": \"Hardened\"", "task.weights: expected plain or hardened, found \"Hardened\"")]
    [InlineData("\"weights\": \"hardened\"", "\"weights\": 1", "task.weights: expected plain or hardened")]
    [InlineData("\"allUnseen\": true", "\"allUnseen\": 1", "task.allUnseen: expected true or false, found 1")]
    [InlineData("\"model\": \"coronary-cta\"", "\"model\": null", "task.model: expected a text, found null")]
    [InlineData("\"slices\": 12", "\"slices\": 1.5", "data.phantom.slices: expected an integer, found 1.5")]
    [InlineData("\"slices\": 12", "\"slice\": 12", "data.phantom.slice: expected no such field")]
    [InlineData("\"cases\": [\"patient-3\"],\n", "\"cases\": null,\n", "data.cases: expected a list, found null")]
    [InlineData("\"grid\": [27]", "\"grid\": 27", "methods[1].grid: expected a list, found 27")]
    [InlineData("\"grid\": [27]", "\"grid\": [\"27\"]", "methods[1].grid[0]: expected a number, found \"27\"")]
    [InlineData("{ \"Theirs\": \"ROI\" }", "[]", "tables[0].rows: expected an object, found []")]
    [InlineData("[5, 3]", "[5, 3.5]", "data.phantom.seeds: expected a list of whole numbers of 0 or more, or a text such as 1201-1210, found [5, 3.5]")]
    [InlineData("[5, 3]", "[-1]", "data.phantom.seeds: expected a list")]
    [InlineData("[5, 3]", "\"9-3\"", "data.phantom.seeds: expected a list")]
    [InlineData("[5, 3]", "\"1-2-3\"", "data.phantom.seeds: expected a list")]
    [InlineData("[5, 3]", "\"\"", "data.phantom.seeds: expected a list")]
    [InlineData("[5, 3]", "5", "data.phantom.seeds: expected a list")]
    [InlineData("[5, 3]", "null", "data.phantom.seeds: expected a list, found null")]
    [InlineData("[5, 3]", "\"0-2147483647\"", "data.phantom.seeds: expected at most 10000 seeds")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "schema 2 is not known")]
    public void Another_shape_is_refused_by_field(string from, string to, string told) => Refused(from, to, told);

    [Theory]
    [InlineData("\"name\": \"cta-quick\"", "\"name\": \"CTA quick\"", "name: expected 1 to 64 lower-case letters")]
    [InlineData("\"title\": \"Synthetic coronary CT angiography\"", "\"title\": \" \"", "title: expected a line of 1 to 400 characters")]
    [InlineData("\"labels\":", "\"folder\": \"in\", \"labels\":", "data: expected phantom or folder, found both")]
    [InlineData("\"labels\":", "\"pairs\": \"*/a.png=*/b.png\", \"labels\":", "data.pairs: expected nothing, as phantoms have no files")]
    [InlineData("\"labels\": \"1=1,2=1,*=0\"", "\"labels\": \"1:1\"", "data.labels: label mapping '1:1'")]
    [InlineData("[5, 3]", "[]", "data.phantom.seeds: expected one seed or more")]
    [InlineData("[5, 3]", "[3, 5, 3]", "data.phantom.seeds: expected different seeds")]
    [InlineData("\"size\": 128", "\"size\": 31", "data.phantom: phantom: size is 31, expected 32 to 2048")]
    [InlineData("\"slices\": 12", "\"slices\": 0", "slices is 0, expected 1 to 1000")]
    [InlineData("\"sliceSpacing\": 1.5", "\"sliceSpacing\": 1e999", "slice spacing is Infinity")]
    [InlineData("\"slices\": 8", "\"slices\": 13", "data.slices: expected 1 to 12, or null, found 13")]
    [InlineData("\"slices\": 8", "\"slices\": 0", "data.slices: expected 1 to 12, or null, found 0")]
    [InlineData("\"cases\": [\"patient-3\"],\n", "\"cases\": [\"patient-4\"],\n", "data.cases[0]: expected one of the experiment's cases, found patient-4")]
    [InlineData("\"cases\": [\"patient-3\"],\n", "\"cases\": [\"patient-3\", \"patient-3\"],\n", "data.cases[1]: expected every name once")]
    [InlineData("\"model\": \"coronary-cta\"", "\"model\": \"\"", "task.model: expected a task's name or a folder")]
    [InlineData("\"anchor\": \"uniform\"", "\"windowAnchor\": \"none\", \"anchor\": \"uniform\"", "windowAnchor: expected the name of a method, found none")]
    [InlineData("\"anchor\": \"uniform\"", "\"windowAnchor\": \"uniform\", \"anchor\": \"uniform\"", "windowAnchor: expected a method that codes the task's window, found uniform")]
    [InlineData("\"anchor\": \"uniform\"", "\"anchor\": \"none\"", "anchor: expected the name of a method, found none")]
    [InlineData("\"anchor\": \"uniform\"", "\"secondAnchor\": \"none\", \"anchor\": \"uniform\"", "secondAnchor: expected the name of a method, found none")]
    [InlineData("\"anchor\": \"uniform\"", "\"secondAnchor\": \"ROI\", \"anchor\": \"uniform\"", "secondAnchor: expected a method of 4 parameters or more, found 1 of ROI")]
    [InlineData("\"anchor\": \"uniform\"", "\"secondAnchor\": \"uniform\", \"anchor\": \"uniform\"", "secondAnchor: expected another method than anchor, found uniform")]
    [InlineData("\"grid\": [27], \"allocator\": \"roi\"", "\"grid\": [101], \"policy\": \"p\", \"allocator\": \"policy\"", "methods[1].grid: expected trade-off of 0 to 100, found [101]")]
    [InlineData("\"grid\": [27], \"allocator\": \"roi\"", "\"grid\": [27], \"allocator\": \"search\"", "methods[1].grid: expected own Dice of 0 to 1, found [27]")]
    [InlineData("\"allocator\": \"roi\"", "\"policy\": \" \", \"allocator\": \"policy\"", "methods[1].policy: expected a policy's name or a folder")]
    [InlineData("\"grid\": [0]", "\"grid\": [0], \"policy\": \"p\"", "methods[2].policy: expected no such option of jpeg-ls")]
    [InlineData("[22, 27, 32, 37]", "[22, 27, 32]", "anchor: expected a method of 4 parameters or more, found 3 of uniform")]
    [InlineData("\"name\": \"ROI\"", "\"name\": \"uniform\"", "methods[1].name: expected a name of its own, found uniform")]
    [InlineData("\"name\": \"ROI\"", "\"name\": \"ROI, 6\"", "methods[1].name: expected 1 to 64 characters without comma")]
    [InlineData("\"name\": \"ROI\"", "\"name\": \"RO\\nI\"", "methods[1].name: expected 1 to 64 characters")]
    [InlineData("\"name\": \"ROI\"", "\"name\": \" ROI\"", "methods[1].name: expected 1 to 64 characters")]
    [InlineData("\"codec\": \"jpeg-ls\"", "\"codec\": \"webp\"", "methods[2].codec: expected one of x265, hm,")]
    [InlineData("\"grid\": [0]", "\"grid\": [1]", "methods[2].grid: expected [0], as jpeg-ls is lossless, found [1]")]
    [InlineData("\"grid\": [0]", "\"grid\": [0], \"preset\": \"fast\"", "methods[2].preset: expected no such option of jpeg-ls")]
    [InlineData("\"grid\": [27]", "\"grid\": []", "methods[1].grid: expected 1 to 100 parameters, found 0")]
    [InlineData("\"grid\": [27]", "\"grid\": [27, 27]", "methods[1].grid: expected different parameters, found [27, 27]")]
    [InlineData("\"grid\": [27]", "\"grid\": [52]", "methods[1].grid: expected QP of 0 to 51, found [52]")]
    [InlineData("\"grid\": [27]", "\"grid\": [1e999]", "methods[1].grid: expected QP of 0 to 51")]
    [InlineData("\"preset\": \"fast\"", "\"preset\": \"slow\"", "methods[0]: ")]
    [InlineData("\"allocator\": \"roi\"", "\"allocator\": \"cubic\"", "methods[1]: ")]
    [InlineData("\"block\": 32", "\"block\": 33", "methods[1]: ")]
    [InlineData("\"bitsPerVoxel\": 0.2", "\"bitsPerVoxel\": 0", "pictures.bitsPerVoxel: expected more than 0, found 0")]
    [InlineData("{ \"cases\": [\"patient-3\"],", "{ \"cases\": [],", "pictures.cases: expected one case or more")]
    [InlineData("{ \"cases\": [\"patient-3\"],", "{ \"cases\": [\"patient-5\"],", "pictures.cases[0]: expected one of the experiment's cases, found patient-5")]
    [InlineData("\"table\": \"paper-1\"", "\"table\": \"paper-2\"", "tables[0].table: expected a table of papers.json, found paper-2")]
    [InlineData("[\"bd-rate\", \"-\"]", "[\"bd-rate\"]", "tables[0].columns: expected 2 words, one a column of paper-1, found 1")]
    [InlineData("[\"bd-rate\", \"-\"]", "[\"bd-rate\", \"bytes\"]", "tables[0].columns[1]: expected one of bd-rate, bd-miou, parameters, allocate, encode, decode, -, found bytes")]
    [InlineData("\"Theirs\": \"ROI\"", "\"Ours\": \"ROI\"", "tables[0].rows: expected labels of rows of paper-1, found Ours")]
    [InlineData("\"Theirs\": \"ROI\"", "\"Theirs\": \"X\"", "tables[0].rows.Theirs: expected the name of a method, found X")]
    public void A_value_out_of_range_is_refused_by_field(string from, string to, string told) => Refused(from, to, told);

    [Fact]
    public void All_faults_are_listed_together()
    {
        var fault = _folder.Fault(ExperimentSamples.Full
            .Replace("\"name\": \"cta-quick\"", "\"name\": \"X\"", StringComparison.Ordinal)
            .Replace("\"size\": 128", "\"size\": 1", StringComparison.Ordinal)
            .Replace("\"anchor\": \"uniform\"", "\"anchor\": \"none\"", StringComparison.Ordinal)
            .Replace("\"grid\": [27]", "\"grid\": [60]", StringComparison.Ordinal)
            .Replace("\"bitsPerVoxel\": 0.2", "\"bitsPerVoxel\": -1", StringComparison.Ordinal)
            .Replace("\"table\": \"paper-1\"", "\"table\": \"paper-2\"", StringComparison.Ordinal));
        Assert.All(
            (string[])["name: ", "data.phantom: ", "anchor: ", "methods[1].grid: ", "pictures.bitsPerVoxel: ", "tables[0].table: "],
            field => Assert.Contains(field, fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"values\": [-12.5, null]", "\"values\": [-12.5]", "tables[0].rows[0].values: expected 2 values, one a column, found 1")]
    [InlineData("\"values\": [-12.5, null]", "\"values\": [1e999, null]", "tables[0].rows[0].values: expected finite numbers")]
    [InlineData("\"columns\": [\"BD-rate (%)\", \"Other\"]", "\"columns\": []", "tables[0].columns: expected one or more heads")]
    [InlineData("\"name\": \"paper-1\"", "\"name\": \"Paper 1\"", "tables[0].name")]
    [InlineData("\"source\": \"arXiv 0000.00000\",", "", "tables[0].source: expected a text, found nothing")]
    [InlineData("\"notes\": [\"Other data.\"]", "\"notes\": [\"\"]", "tables[0].notes[0]")]
    public void A_broken_table_of_a_paper_is_refused_by_field(string from, string to, string told)
    {
        Assert.Contains(from, ExperimentSamples.Papers, StringComparison.Ordinal);
        File.WriteAllText(_folder[PublishedTables.FileName], ExperimentSamples.Papers.Replace(from, to, StringComparison.Ordinal));
        var fault = _folder.Fault(ExperimentSamples.Full);
        Assert.Contains(PublishedTables.FileName, fault, StringComparison.Ordinal);
        Assert.Contains(told, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_that_are_missing_are_told_only_where_they_are_needed()
    {
        File.Delete(_folder[PublishedTables.FileName]);
        _folder.Read(ExperimentSamples.Least);
        Assert.Contains("papers.json: is not there", _folder.Fault(ExperimentSamples.Full), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_early_is_told_at_every_length()
    {
        for (var length = 0; length < ExperimentSamples.Full.Length - 1; length += 3)
        {
            _folder.Fault(ExperimentSamples.Full[..length]);
        }
    }

    [Fact]
    public void Flipped_bits_give_an_experiment_or_a_fault_in_the_input()
    {
        var text = Encoding.UTF8.GetBytes(ExperimentSamples.Full);
        var flips = ArbMap.Default.GeneratorFor<int>().Select(i => (int)((uint)i % (8u * text.Length))).ListOf(3).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(flips, places =>
        {
            var broken = (byte[])text.Clone();
            foreach (var place in places)
            {
                broken[place / 8] ^= (byte)(1 << (place % 8));
            }

            File.WriteAllBytes(_folder["broken.json"], broken);
            try
            {
                ExperimentFile.Read(_folder["broken.json"]);
            }
            catch (InvalidInputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"experiment\"")]
    [InlineData("{}")]
    [InlineData("{\"schema\":1}")]
    [InlineData("{\"schema\":1,\"name\":\"\\ud800\"}")]
    public void Anything_else_than_the_document_is_refused(string text) => _folder.Fault(text);

    private void Refused(string from, string to, string told)
    {
        Assert.Contains(from, ExperimentSamples.Full, StringComparison.Ordinal);
        Assert.Contains(told, _folder.Fault(ExperimentSamples.Full.Replace(from, to, StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
