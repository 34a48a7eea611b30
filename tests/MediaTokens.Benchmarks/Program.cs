using MediaTokens.Benchmarks;
using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;
using MediaTokens.Benchmarks.Sections;
using MediaTokens.Benchmarks.Shrinking;

if (BenchmarkOptions.Parse(args, out string? mistake) is not BenchmarkOptions options)
{
    Console.Error.WriteLine(mistake);
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

Report report = new(Console.Out);
CorpusFolder corpus = new(options.CorpusPath, Repository.Media, report);
PictureFolder pictures = new(options, report);
ISection[] sections =
[
    new CorpusSection(corpus, options),
    new HeaderSection(corpus, options),
    new MediaSection(options),
    new ToolSection(corpus, options),
    new PipelineSection(corpus, options),
    new MemorySection(corpus, options),
    new ImportSection(options),
    new OptimizeSection(ShrinkTask.Photographs(options), pictures, options),
    new OptimizeSection(ShrinkTask.Screenshots(options), pictures, options),
    new OptimizeSection(ShrinkTask.WebPhotographs(options), pictures, options),
    new OptimizeQualitySection(pictures, options),
    new OptimizeMemorySection(pictures, options),
];
report.Line(Machine.Describe());
foreach (ISection section in sections)
{
    if (!options.Includes(section.Name))
    {
        continue;
    }

    report.Heading(section.Name, Machine.Load());
    try
    {
        section.Run(report);
    }
    catch (ChildProcessException exception)
    {
        report.Line($"left out: {exception.Message}");
    }
}

return 0;
