package cn.zhigong.local;

/** What somebody wants to know when the stack is up. */
final class Summary {

    private Summary() {}

    static String of(Stack stack) {
        var text = new StringBuilder("\n");
        line(text, "Gateway", stack.url(Component.GATEWAY));
        Component.SERVICES.forEach(service -> line(text, service.module(), stack.url(service)));
        line(text, "Identity", stack.issuer().issuer());
        line(text, "Kafka", stack.bootstrap());
        line(
                text,
                "PostgreSQL",
                "%s:%d".formatted(stack.superuser().host(), stack.superuser().port()));
        line(text, "For scripts", stack.state().environment().toString());
        line(text, "Logs", stack.state().path().resolve("logs").toString());
        text.append("""

                Accounts   worker-1 to worker-9, officer-city, officer-pudong, officer-huangpu, judge-1, instructor-1,
                           mediator-1, bureau-1, auditor-1, admin; the password of each: %s
                Partners   court-pudong, hr-bureau, city-portal; the secret of each: its name and -secret
                Tokens     make token USER=worker-1    make token CLIENT=court-pudong
                """.formatted(Realm.PASSWORD));
        Component.ALL.stream()
                .filter(component -> stack.replacements().url(component).isEmpty())
                .filter(component ->
                        stack.services().stream().noneMatch(it -> it.component().equals(component)))
                .forEach(component -> text.append("Not started: %s, which is not built\n".formatted(component.name())));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String where) {
        text.append("%-20s %s%n".formatted(what, where));
    }
}
