package io.curtaincall.allinone.demo;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** Where the demo is seen: in colour on a terminal, plain elsewhere and under NO_COLOR. */
public final class Stage {
    private final PrintWriter out;
    private final Ansi ansi;

    public Stage(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    public void scene(String title) {
        line("bold", title);
    }

    public void done(String what) {
        marked("green", "ok", what);
    }

    public void failed(String what) {
        marked("red", "no", what);
    }

    void aside(String text) {
        line("faint", "     " + text);
    }

    private void marked(String colour, String mark, String text) {
        out.println("  " + ansi.new Text("@|" + colour + " " + mark + "|@") + " " + text);
        out.flush();
    }

    private void line(String style, String text) {
        // Only the style is markup: the text may come from outside.
        out.println(ansi.enabled() ? Ansi.Style.on(Ansi.Style.valueOf(style)) + text + Ansi.Style.reset.on() : text);
        out.flush();
    }
}
