using MediaTokens.Benchmarks.Measuring;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>One part of the report.</summary>
internal interface ISection
{
    /// <summary>The name by which the command line asks for it.</summary>
    string Name { get; }

    void Run(Report report);
}
