package org.concordat.query.imports;

import java.beans.Introspector;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.api.Contract;
import org.concordat.api.PersonId;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.json.JsonMapper;

/** Reads examples/illustrative-history.yaml, whose inputs have the shape of the GraphQL inputs. */
public final class IllustrativeHistoryReader {

    private static final Map<String, Class<?>> COMMANDS = Contract.COMMANDS.stream()
        .collect(Collectors.toMap(c -> Introspector.decapitalize(c.getSimpleName()), Function.identity()));
    private static final JsonMapper JSON = InputJson.MAPPER;

    private record Written(boolean illustrative, String notice, List<WrittenAct> acts) {}

    private record WrittenAct(PersonId by, LocalDate on, String command, Map<String, Object> input) {}

    private IllustrativeHistoryReader() {}

    /** @throws IllegalArgumentException where the file does not say that it is illustrative, or an act is no command */
    public static IllustrativeHistory read(byte[] file) {
        Object tree = yaml().load(new String(file, StandardCharsets.UTF_8));
        Written written = JSON.convertValue(tree, Written.class);
        if (!written.illustrative()) throw new IllegalArgumentException("The history does not say illustrative: true.");
        return new IllustrativeHistory(true, written.notice(),
            written.acts().stream().map(IllustrativeHistoryReader::act).toList());
    }

    private static IllustrativeHistory.Act act(WrittenAct act) {
        Class<?> type = COMMANDS.get(act.command());
        if (type == null) throw new IllegalArgumentException("There is no command " + act.command() + ".");
        return new IllustrativeHistory.Act(act.by(), act.on(), JSON.convertValue(act.input(), type));
    }

    /** Days stay the words they are written as. */
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        Resolver days = new Resolver() {
            @Override protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, BOOL, "tf");
                addImplicitResolver(Tag.INT, Pattern.compile("[0-9]+"), "0123456789");
                addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            }
        };
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, days);
    }
}
