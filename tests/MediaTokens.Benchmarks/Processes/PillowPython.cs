namespace MediaTokens.Benchmarks.Processes;

/// <summary>A Python that has Pillow.</summary>
/// <param name="Program">Its name on the path, or its path.</param>
/// <param name="Version">The version of Pillow.</param>
internal sealed record PillowPython(string Program, string Version)
{
    private static readonly string[] Candidates = ["python3", "/usr/bin/python3", "python"];

    /// <summary>The first one; null where none is installed.</summary>
    public static PillowPython? Find()
    {
        foreach (string program in Candidates.Where(Executables.IsInstalled))
        {
            // Without the package it says so with an empty line instead of an error.
            const string Script = "import importlib.util as u; print(__import__('PIL').__version__ if u.find_spec('PIL') else '')";
            string version = ChildProcess.Capture(new(program, "-c", Script)).Trim();
            if (version.Length > 0)
            {
                return new(program, version);
            }
        }

        return null;
    }

    public Command Run(string script, params string[] arguments) => new(Program, [Repository.Script(script), .. arguments]);
}
