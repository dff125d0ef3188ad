package io.renhua;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Resolves names to addresses on the internet only, at the very moment of connecting, so that no call of ours reaches a
 * machine of this network that nobody outside may reach: not by its address, nor by a name that leads there, nor by one that
 * leads there only now. What is kept out: the special-purpose blocks of <a
 * href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890</a>, and IPv6 addresses that hold an IPv4 one.
 */
final class PublicAddresses extends AddressResolverGroup<InetSocketAddress> {
    static final String NAME = "public-addresses";

    private static final List<String> BLOCKS = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/8",
            "64:ff9b::/32",
            "100::/8",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fc00::/6");

    private static final List<IpSubnetFilterRule> KEPT_OUT =
            BLOCKS.stream().map(PublicAddresses::rule).toList();

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetSocketAddressResolver(executor, new Names(executor)) {
            // an address that somebody else has looked up is judged like any other
            @Override
            protected boolean doIsResolved(InetSocketAddress address) {
                return false;
            }
        };
    }

    static boolean isPublic(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return KEPT_OUT.stream().noneMatch(rule -> rule.matches(socket));
    }

    private static IpSubnetFilterRule rule(String block) {
        int slash = block.indexOf('/');
        return new IpSubnetFilterRule(
                block.substring(0, slash), Integer.parseInt(block.substring(slash + 1)), IpFilterRuleType.REJECT);
    }

    /** A name leads to a machine that nobody outside may reach. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic() {
            super("this address is not on the internet");
        }
    }

    private static final class Names extends InetNameResolver {
        Names(EventExecutor executor) {
            super(executor);
        }

        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) {
            try {
                promise.setSuccess(resolved(host).getFirst());
            } catch (UnknownHostException e) {
                promise.setFailure(e);
            }
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
            try {
                promise.setSuccess(resolved(host));
            } catch (UnknownHostException e) {
                promise.setFailure(e);
            }
        }

        /** One address inside spoils a name: who is asked twice could be told otherwise. */
        private static List<InetAddress> resolved(String host) throws UnknownHostException {
            var found = List.of(InetAddress.getAllByName(host));
            if (!found.stream().allMatch(PublicAddresses::isPublic)) {
                throw new NotPublic();
            }
            return found;
        }
    }
}
