using DiagCodec.Evaluation.Reports.Charts;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class ChartTests
{
    [Fact]
    public void Bars_a_curve_and_a_marked_place_as_text()
    {
        var chart = new Chart(
            "Bits",
            new ChartAxis("slice", AxisScale.Indices(2)),
            new ChartAxis("kbit", new AxisScale(0, 4, 2)),
            [
                new PlaceLayer("shown", [new(1, null, "slice 1")]),
                new BarLayer("I", "c2", [new(0, 4, "a < b")]),
                new CurveLayer("P", "c1", [new(0, 2, "p"), new(1, null, "q")]) { Shape = PointShape.Square },
            ])
        {
            Width = 266,
            Height = 164,
        };
        using var text = new StringWriter();
        chart.Write(new HtmlWriter(text));
        Assert.Equal(
            """
            <svg class="chart" viewBox="0 0 266 164" role="img" aria-label="Bits"><path class="grid" d="M54 126H254"/>
            <text x="48" y="130" text-anchor="end">0</text>
            <path class="grid" d="M54 76H254"/>
            <text x="48" y="80" text-anchor="end">2</text>
            <path class="grid" d="M54 26H254"/>
            <text x="48" y="30" text-anchor="end">4</text>
            <path class="tick" d="M104 126v4"/>
            <text x="104" y="142" text-anchor="middle">0</text>
            <path class="tick" d="M204 126v4"/>
            <text x="204" y="142" text-anchor="middle">1</text>
            <path class="axis" d="M54 126H254"/>
            <text class="axis-title" x="254" y="158" text-anchor="end">slice</text>
            <text x="54" y="14"><tspan class="chart-title">Bits</tspan>
            <tspan class="axis-title" dx="8">kbit</tspan>
            </text>
            <path class="place" d="M125.2 4.8l4.8 8.4h-9.6z"/>
            <text x="134.2" y="14">shown</text>
            <rect class="c2" x="181.2" y="6" width="11" height="8"/>
            <text x="196.2" y="14">I</text>
            <path class="c1" d="M220 6.4h7.2v7.2h-7.2z"/>
            <text x="232.6" y="14">P</text>
            <path class="place-line" d="M204 26V126"/>
            <path class="place" d="M204 126.1l3.6 6.3h-7.2z"><title>slice 1</title>
            </path>
            <g class="c2"><rect x="86" y="26" width="36" height="100"><title>a &lt; b</title>
            </rect>
            </g>
            <path class="line c1" d="M104 76L204 26"/>
            <g class="c1"><path d="M101.3 73.3h5.4v5.4h-5.4z"><title>p</title>
            </path>
            <path d="M201.3 23.3h5.4v5.4h-5.4z"><title>q</title>
            </path>
            </g>
            </svg>

            """.ReplaceLineEndings("\n"),
            text.ToString());
    }
}
